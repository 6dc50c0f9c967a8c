@NullMarked
package org.perezvon.engine.guard;

import org.jspecify.annotations.NullMarked;
