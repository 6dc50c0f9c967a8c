package org.perezvon.engine;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A door through which people move processes, one transaction each: where a timer or a reply has moved the same process at
 * the same moment, it is gone through once more. A person never sees that the engine locks optimistically.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AgainOnCollision {}
