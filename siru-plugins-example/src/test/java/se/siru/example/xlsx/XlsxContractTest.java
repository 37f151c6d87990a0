package se.siru.example.xlsx;

import se.siru.core.plugin.SiruPlugin;
import se.siru.core.testkit.PluginContractTest;

/** What every plugin must keep, of one that brings no indicators: its format of packs gives the same bytes every time. */
class XlsxContractTest extends PluginContractTest {
  @Override
  protected SiruPlugin plugin() {
    return new XlsxPlugin();
  }
}
