/** Perezvon: questions of citizens, letters to agencies, call-backs within the legal terms. */
@NullMarked
package org.perezvon;

import org.jspecify.annotations.NullMarked;
