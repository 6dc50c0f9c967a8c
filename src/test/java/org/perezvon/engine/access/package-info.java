@NullMarked
package org.perezvon.engine.access;

import org.jspecify.annotations.NullMarked;
