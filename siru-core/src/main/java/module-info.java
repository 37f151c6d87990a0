/**
 * Everything that a system which embeds SIRU needs. The export list is the API; third-party types stay inside.
 */
module se.siru.core {
  requires static transitive org.jspecify;

  requires com.fasterxml.jackson.core;
  requires com.google.common;
  requires de.siegmar.fastcsv;
  requires org.slf4j;

  exports se.siru.core;
  exports se.siru.core.stability;
  exports se.siru.core.identifier;
  exports se.siru.core.text;
  exports se.siru.core.finding;
  exports se.siru.core.vocabulary;
  exports se.siru.core.law;
  exports se.siru.core.model;
  exports se.siru.core.portfolio;
  exports se.siru.core.indicator;
  exports se.siru.core.translation;
  exports se.siru.core.intake;
  exports se.siru.core.evaluation;
  exports se.siru.core.disclosure;
  exports se.siru.core.document;
  exports se.siru.core.export;
  exports se.siru.core.pack;
  exports se.siru.core.plugin;
  exports se.siru.core.contract;
  exports se.siru.core.conformance;

  uses se.siru.core.plugin.SiruPlugin;

  provides se.siru.core.plugin.SiruPlugin with
      se.siru.core.format.csv.CsvPlugin,
      se.siru.core.format.json.JsonPlugin,
      se.siru.core.format.markdown.MarkdownPlugin,
      se.siru.core.format.star.StarPlugin,
      se.siru.core.format.text.TextPlugin;
}
