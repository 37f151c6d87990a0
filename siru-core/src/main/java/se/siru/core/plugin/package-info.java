/**
 * Plugins: what authors write ({@link se.siru.core.plugin.SiruPlugin}), how a host finds them
 * ({@link se.siru.core.plugin.PluginSource}), admits each whole or not at all, refuses what two of them claim, and
 * tells what became of them ({@link se.siru.core.plugin.PluginReport}). Nothing here is static: each registry stands
 * for itself.
 */
@NullMarked
package se.siru.core.plugin;

import org.jspecify.annotations.NullMarked;
