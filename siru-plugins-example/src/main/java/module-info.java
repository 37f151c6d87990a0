/**
 * What third parties write. The root package is the plugin of Region Exempellän, an agency that does not exist; {@code siru plugins new}
 * writes it, with its tests, as the project of a plugin of one's own.
 */
module se.siru.example {
  requires static org.jspecify;

  requires java.xml;
  requires org.dhatim.fastexcel;
  requires se.siru.core;

  provides se.siru.core.plugin.SiruPlugin with
      se.siru.example.ExempellanPlugin,
      se.siru.example.xlsx.XlsxPlugin;
}
