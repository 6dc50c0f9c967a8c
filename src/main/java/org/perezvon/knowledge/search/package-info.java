/** Finds items by what people type: in any form, mistyped, in the wrong layout, in other words. */
@NullMarked
package org.perezvon.knowledge.search;

import org.jspecify.annotations.NullMarked;
