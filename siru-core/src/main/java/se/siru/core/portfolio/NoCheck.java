package se.siru.core.portfolio;

import se.siru.core.finding.Findings;
import se.siru.core.model.RecordType;

/** Nothing beside the library's own rules. */
final class NoCheck implements PortfolioCheck {
  static final NoCheck NONE = new NoCheck();

  private NoCheck() {}

  @Override
  public void check(Portfolio portfolio, Findings findings) {}

  @Override
  public boolean reads(RecordType type) {
    return false;
  }
}
