/** Excel workbooks in and out: a plugin with a library of its own. */
@NullMarked
package se.siru.example.xlsx;

import org.jspecify.annotations.NullMarked;
