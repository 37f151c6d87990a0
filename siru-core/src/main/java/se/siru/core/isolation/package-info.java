/**
 * Code of plugins that lies in processes of their own, as an evaluation sees it: which code that is, what it is asked, and what it may
 * answer. Not exported.
 */
@NullMarked
package se.siru.core.isolation;

import org.jspecify.annotations.NullMarked;
