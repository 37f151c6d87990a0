package se.siru.cli;

/** An option or argument that parses and yet cannot be served. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
