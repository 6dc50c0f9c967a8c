package org.perezvon.engine.guard;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.ProcessBean;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.type.MethodMetadata;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * The Spring beans a diagram may name: every {@link JavaDelegate} our rooms declare, and what they mark as
 * {@link ProcessBean}. Rooms add to the list by declaring such a bean, nothing else needs to know.
 */
@Component
class ProcessBeans {

    private static final String HOUSE = "org.perezvon.";

    private final ConfigurableListableBeanFactory beans;
    private final Set<String> delegates;
    private final Set<String> callable;

    ProcessBeans(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
        // Without eager initialisation: the engine is built before the rooms that need it.
        this.delegates = ours(beans.getBeanNamesForType(JavaDelegate.class, true, false));
        this.callable = ours(beans.getBeanNamesForAnnotation(ProcessBean.class));
    }

    private Set<String> ours(String... names) {
        Set<String> ours = new TreeSet<>();
        Arrays.stream(names).filter(this::declaredByUs).forEach(ours::add);
        return ours;
    }

    private boolean declaredByUs(String name) {
        if (!beans.containsBeanDefinition(name)) {
            return false;
        }
        BeanDefinition definition = beans.getBeanDefinition(name);
        Optional<String> factory = definition instanceof AnnotatedBeanDefinition annotated
                ? Optional.ofNullable(annotated.getFactoryMethodMetadata()).map(MethodMetadata::getDeclaringClassName)
                : Optional.empty();
        return factory.or(() -> Optional.ofNullable(definition.getBeanClassName()))
                .filter(origin -> origin.startsWith(HOUSE))
                .isPresent();
    }

    /** Names that may stand in {@code camunda:delegateExpression}. */
    Set<String> delegates() {
        return delegates;
    }

    /** Names whose methods may be called with the execution. */
    Set<String> callable() {
        return callable;
    }

    boolean knows(String name) {
        return delegates.contains(name) || callable.contains(name);
    }

    /** Public methods of a callable bean that take the execution and nothing else. */
    List<String> methodsOf(String name) {
        Class<?> type = Objects.requireNonNullElse(beans.getType(name, false), Object.class);
        return Arrays.stream(ClassUtils.getUserClass(type).getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class
                        && method.getParameterCount() == 1
                        && method.getParameterTypes()[0].isAssignableFrom(DelegateExecution.class))
                .map(Method::getName)
                .distinct()
                .sorted()
                .toList();
    }

    /** For the engine: looks a bean up when a process reaches it, not when the engine is built. */
    Map<Object, Object> asMap() {
        Map<Object, Object> map = new Lazy(beans);
        Stream.of(delegates, callable).flatMap(Set::stream).forEach(name -> map.put(name, name));
        return map;
    }

    private static final class Lazy extends LinkedHashMap<Object, Object> {

        private static final long serialVersionUID = 1L;

        private final transient ConfigurableListableBeanFactory beans;

        Lazy(ConfigurableListableBeanFactory beans) {
            this.beans = beans;
        }

        @Override
        public @Nullable Object get(Object name) {
            return containsKey(name) ? beans.getBean((String) name) : null;
        }
    }
}
