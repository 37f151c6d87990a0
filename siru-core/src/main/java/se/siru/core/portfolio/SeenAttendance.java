package se.siru.core.portfolio;

import se.siru.core.parallel.PerWorker;

/** Sees attendance that nobody keeps, for the support that follows from it. Thread-safe, as batches come from several threads. */
final class SeenAttendance {
  private final DerivedSupport rule;
  private final PerWorker<FirstAttendance> first = new PerWorker<>(FirstAttendance::new);

  SeenAttendance(DerivedSupport rule) {
    this.rule = rule;
  }

  /** Sees a batch of attendance. */
  void see(Batch batch) {
    first.use(own -> rule.attended(batch, own));
  }

  /** What was seen until now, when no more comes. */
  FirstAttendance all() {
    FirstAttendance all = new FirstAttendance();
    first.all().forEach(all::merge);
    return all;
  }
}
