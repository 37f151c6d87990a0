/** What a third party writes: a plugin to copy. */
module se.siru.example {
  requires static org.jspecify;

  requires java.xml;
  requires org.dhatim.fastexcel;
  requires se.siru.core;

  provides se.siru.core.plugin.SiruPlugin with
      se.siru.example.ExempellanPlugin,
      se.siru.example.xlsx.XlsxPlugin;
}
