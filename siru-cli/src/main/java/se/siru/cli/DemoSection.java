package se.siru.cli;

import java.util.List;
import se.siru.core.text.LocalizedText;

/**
 * One table, or a few, of the demo.
 *
 * @param title what stands above
 * @param indicators codes
 * @param periods as {@code --periods} takes them
 * @param by breakdowns; none for one matrix of all indicators
 */
record DemoSection(LocalizedText title, List<String> indicators, String periods, List<String> by) {
  private static final String YEARS = "2021..2023,total";

  /** The sections for an example. */
  static List<DemoSection> of(String example) {
    return example.equals("siru-2.0") ? brochure() : region();
  }

  private static DemoSection section(String sv, String en, String indicators, String periods, String... by) {
    return new DemoSection(LocalizedText.of(sv, en), List.of(indicators.split(",")), periods, List.of(by));
  }

  private static List<DemoSection> region() {
    return List.of(
        section(
            "Programmets delar: aktiviteter och deltagande", "Parts of the programme: activities and participation",
            "SI-P04,SI-P03,SI-P01", YEARS, "programme-part"),
        section("Vilka som nåddes", "Who was reached", "SI-P01", YEARS, "sector"),
        section("Stöd till företag", "Support to enterprises", "RCO01", YEARS, "size"),
        section(
            "Samverkan över sektorer", "Working across sectors",
            "SI-P09,SI-P09.k3,SI-N02,SI-N02.expected,SI-N02.share", YEARS),
        section("Initiativens väg", "How far initiatives have come", "SI-I01", YEARS, "stage"),
        section("Upphandling och partnerskap", "Procurement and partnership", "SI-Q01,SI-Q02", YEARS, "legal-basis"),
        section("Medel", "Money", "SI-E03", YEARS, "funding-source"),
        section(
            "Utfall mot målvärden", "Actual against target",
            "RCO01,RCO02,RCO04,SI-P01,SI-P03,SI-P04,SI-N08,SI-Q05,SI-E03,SI-C01", YEARS));
  }

  private static List<DemoSection> brochure() {
    return List.of(
        section(
            "Programmets delar: aktiviteter", "Parts of the programme: activities",
            "activities,SI-P04", "total", "programme-part", "activity-kind"),
        section("Aktörer bakom programmet", "Stakeholders behind the programme", "members", "total", "role"),
        section("Nätverk", "Networks", "networks", "total", "origin"),
        section(
            "Det broschyren inte säger är saknat, inte noll", "What the brochure does not say is missing, not zero",
            "siru:*", "total"));
  }
}
