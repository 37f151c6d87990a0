package se.siru.cli.benchmark.streams;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A participation that counts; {@code quarter} is that of its own date, or else of the activity's first day. */
record Participation(
    Activity activity,
    int quarter,
    List<Organisation> organisations,
    int heads,
    @Nullable Integer women,
    @Nullable Integer men) {}
