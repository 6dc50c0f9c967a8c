/** Groups, grants and task filters as they stand on the first day; what administrators change afterwards stays changed. */
@NullMarked
package org.perezvon.engine.access;

import org.jspecify.annotations.NullMarked;
