/** The standard indicator catalogue. */
module se.siru.indicators {
  requires static org.jspecify;

  requires transitive se.siru.core;

  exports se.siru.indicators;
  exports se.siru.indicators.composite;
  exports se.siru.indicators.network;
  exports se.siru.indicators.sroi;
  exports se.siru.indicators.statistics;

  provides se.siru.core.plugin.SiruPlugin with
      se.siru.indicators.StandardIndicatorsPlugin;
}
