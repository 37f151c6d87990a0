package se.siru.example;

import se.siru.core.plugin.SiruPlugin;
import se.siru.core.testkit.PluginContractTest;

/** What every plugin must keep: it is admitted, its indicators keep the laws, its formats give the same bytes every time. */
class ExempellanContractTest extends PluginContractTest {
  @Override
  protected SiruPlugin plugin() {
    return new ExempellanPlugin();
  }
}
