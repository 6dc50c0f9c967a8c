/** The packaged application is killed while mail flows, and what is left is counted. */
@NullMarked
package org.perezvon.crash;

import org.jspecify.annotations.NullMarked;
