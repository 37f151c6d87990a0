package se.siru.core.plugin;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.siru.core.indicator.RuleSet;

/**
 * What a host chose about its plugins; {@link PluginRegistry.Builder} says what each of it means.
 *
 * @param rules the rule set that indicators are made under, unless a plugin's was chosen
 * @param ruleSetId the id of the rule set of a plugin, which stands before the former; null where none was chosen
 * @param isolation how plugins run in processes of their own; null where they do not
 */
record Choices(
    RuleSet rules,
    @Nullable String ruleSetId,
    Set<String> excluded,
    Set<String> preferred,
    Set<String> required,
    Strictness strictness,
    Duration budget,
    @Nullable Isolation isolation) {}
