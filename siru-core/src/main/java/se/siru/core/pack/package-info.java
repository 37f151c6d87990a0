/**
 * Packs: reports made of tables, the same for every format. A {@link se.siru.core.pack.SteeringGroup} makes one of a portfolio,
 * and a {@link se.siru.core.pack.PackRenderer} writes it as text or as a workbook.
 */
@NullMarked
package se.siru.core.pack;

import org.jspecify.annotations.NullMarked;
