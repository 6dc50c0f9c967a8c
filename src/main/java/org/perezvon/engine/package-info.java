/** The only room that speaks Camunda's general language: handles, correlation, deployment, guards. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.perezvon.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
