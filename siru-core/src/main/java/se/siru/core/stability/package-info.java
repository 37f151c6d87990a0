/**
 * What each public type promises of later versions. Every one carries exactly one of four marks, for people, in its Javadoc, and for
 * tools that compare versions:
 *
 * <ul>
 *   <li>{@link se.siru.core.stability.Implementable}: a plugin implements it;
 *   <li>{@link se.siru.core.stability.Provided}: SIRU makes it, others call it;
 *   <li>{@link se.siru.core.stability.Stable}: a value that anybody makes;
 *   <li>{@link se.siru.core.stability.Experimental}: no promise.
 * </ul>
 *
 * <p>The promises hold within a major version; before version 1.0.0 they say what is meant, and the changelog tells every breach.
 */
@NullMarked
package se.siru.core.stability;

import org.jspecify.annotations.NullMarked;
