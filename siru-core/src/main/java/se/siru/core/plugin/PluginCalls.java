package se.siru.core.plugin;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import se.siru.core.containment.Containment;
import se.siru.core.containment.Fault;
import se.siru.core.finding.ErrorCode;
import se.siru.core.finding.SiruException;

/**
 * Calls the code of one plugin. Whatever it does, the caller gets a result that is not null or a {@link PluginRefusal}; only what
 * breaks the machine is passed on. This library's own plugins are called on the current thread without further ado.
 */
final class PluginCalls {
  private final Containment containment;
  private final boolean own;
  private final @Nullable ClassLoader context;
  private final String className;
  private final String contract;

  /**
   * The code of a plugin that has not said anything about itself.
   *
   * @param type a class of the plugin
   */
  PluginCalls(Containment containment, Class<?> type) {
    this(containment, OwnPlugins.include(type), type.getClassLoader(), type.getName(), Spi.SERVED);
  }

  private PluginCalls(Containment containment, boolean own, @Nullable ClassLoader context, String className, String contract) {
    this.containment = containment;
    this.own = own;
    this.context = context;
    this.className = className;
    this.contract = contract;
  }

  /** The same of a plugin that has said against which version of the contract it was compiled: it may be why something does not fit. */
  PluginCalls of(PluginDescriptor told) {
    return new PluginCalls(containment, own, context, className, Spi.contract(told.spi()));
  }

  /** Calls a method of the plugin that is over soon. */
  <T> T call(String method, Callable<T> code) throws PluginRefusal {
    try {
      return notNull(method, own ? plainly(code) : containment.apart(context, false, code));
    } catch (Fault fault) {
      throw PluginRefusal.of(fault, method, contract);
    } catch (VirtualMachineError fatal) {
      throw blamed(fatal, method);
    }
  }

  /** Calls a method of the plugin that reads or writes much and may take its time, on the current thread. */
  <T> T work(String method, Callable<T> code) throws PluginRefusal {
    try {
      return notNull(method, own ? plainly(code) : Containment.here(context, code));
    } catch (Fault fault) {
      throw PluginRefusal.of(fault, method, contract);
    } catch (VirtualMachineError fatal) {
      throw blamed(fatal, method);
    }
  }

  /** Nothing goes on from here, but whoever looks at the error shall see whose code it was. */
  private VirtualMachineError blamed(VirtualMachineError fatal, String method) {
    fatal.addSuppressed(new SiruException(ErrorCode.PLUGINS, "in " + method + " of " + className));
    return fatal;
  }

  private static <T> T plainly(Callable<T> code) throws Fault {
    try {
      return code.call();
    } catch (Throwable thrown) {
      throw Fault.threw(thrown);
    }
  }

  private static <T> T notNull(String method, @Nullable T result) throws PluginRefusal {
    if (result == null) {
      throw new PluginRefusal(PluginReport.Reason.BAD_CONTENT, method + " gave null");
    }
    return result;
  }
}
