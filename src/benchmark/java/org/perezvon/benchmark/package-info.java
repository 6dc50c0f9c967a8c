/** What the product promises about time, measured on the whole product and printed beside what it is compared with. */
@NullMarked
package org.perezvon.benchmark;

import org.jspecify.annotations.NullMarked;
