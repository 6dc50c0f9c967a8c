/** What `mvn spring-boot:run` adds when nothing is configured; imported by no other room. */
@NullMarked
package org.perezvon.demo;

import org.jspecify.annotations.NullMarked;
