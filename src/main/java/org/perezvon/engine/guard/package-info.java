/** What keeps the engine from running code that did not come with the product. */
@NullMarked
package org.perezvon.engine.guard;

import org.jspecify.annotations.NullMarked;
