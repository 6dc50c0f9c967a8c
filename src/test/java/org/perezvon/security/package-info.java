@NullMarked
package org.perezvon.security;

import org.jspecify.annotations.NullMarked;
