/**
 * What is wrong, as data. A {@link se.siru.core.finding.Finding} names a rule, a place and the values that matter; findings
 * are collected, never thrown one by one. {@link se.siru.core.finding.SiruException} is for misuse and for input or output
 * that failed.
 */
@NullMarked
package se.siru.core.finding;

import org.jspecify.annotations.NullMarked;
