package se.siru.cli;

/** Entry point of the command line. */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param args the command and its options
   */
  public static void main(String[] args) {
    System.err.println("usage: siru COMMAND [OPTION]...");
    System.exit(2);
  }
}
