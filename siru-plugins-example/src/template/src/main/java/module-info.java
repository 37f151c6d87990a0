/** The plugin, for hosts that run on the module path. */
module se.siru.example {
  requires static org.jspecify;

  requires se.siru.core;

  provides se.siru.core.plugin.SiruPlugin with
      se.siru.example.ExempellanPlugin;
}
