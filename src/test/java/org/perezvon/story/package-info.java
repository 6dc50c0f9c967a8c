/** What a supervisor can check: whole stories, told from outside. */
@NullMarked
package org.perezvon.story;

import org.jspecify.annotations.NullMarked;
