package se.siru.cli.benchmark.streams;

import java.util.List;

/** What one takes part in; {@code organisers} are legal units. */
record Activity(String id, String kind, String start, List<String> organisers) {}
