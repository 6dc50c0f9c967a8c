@NullMarked
package org.perezvon.directory;

import org.jspecify.annotations.NullMarked;
