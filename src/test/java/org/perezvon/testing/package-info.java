/** What tests of several rooms share. */
@NullMarked
package org.perezvon.testing;

import org.jspecify.annotations.NullMarked;
