/** What Russian words are forms of, how they are mistyped and which of them say nothing. */
@NullMarked
package org.perezvon.knowledge.language;

import org.jspecify.annotations.NullMarked;
