/** The standard indicator catalogue. */
module se.siru.indicators {
  requires static org.jspecify;

  requires transitive se.siru.core;

  exports se.siru.indicators;
  exports se.siru.indicators.network;

  provides se.siru.core.plugin.SiruPlugin with
      se.siru.indicators.StandardIndicatorsPlugin;
}
