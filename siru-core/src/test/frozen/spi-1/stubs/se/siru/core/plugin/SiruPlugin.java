package se.siru.core.plugin;

import java.util.List;
import se.siru.core.export.Exporter;
import se.siru.core.indicator.Indicator;
import se.siru.core.indicator.IndicatorFunction;
import se.siru.core.intake.RowReader;
import se.siru.core.model.Field;
import se.siru.core.pack.PackRenderer;
import se.siru.core.vocabulary.Codelist;

public interface SiruPlugin {
  default List<Exporter> formats() {
    throw new AssertionError("stub");
  }

  default List<Indicator> indicators() {
    throw new AssertionError("stub");
  }

  default List<IndicatorFunction> functions() {
    throw new AssertionError("stub");
  }

  default List<RowReader> readers() {
    throw new AssertionError("stub");
  }

  default List<Field<?>> fields() {
    throw new AssertionError("stub");
  }

  default List<PackRenderer> packFormats() {
    throw new AssertionError("stub");
  }

  default List<Codelist> codelists() {
    throw new AssertionError("stub");
  }

  PluginDescriptor descriptor();
}
