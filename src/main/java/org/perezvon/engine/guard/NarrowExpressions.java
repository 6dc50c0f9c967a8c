package org.perezvon.engine.guard;

import java.util.Map;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.ReadOnlyMapELResolver;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;
import org.perezvon.engine.ProcessBean;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * The engine's expressions without their reach: variables can be read and compared, process beans can be called, and
 * nothing else has methods or properties. Whatever way an expression found into the engine, {@code ''.getClass()} leads
 * nowhere.
 */
class NarrowExpressions extends JuelExpressionManager implements ExpressionManager {

    NarrowExpressions(Map<Object, Object> beans) {
        super(beans);
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolvers = new CompositeELResolver();
        // Beans first: a variable somebody sets must never stand in for one of them.
        resolvers.add(new ReadOnlyMapELResolver(beans));
        resolvers.add(new VariableScopeElResolver());
        resolvers.add(new VariableContextElResolver());
        resolvers.add(new ProcessBeanMethods());
        return resolvers;
    }

    private static final class ProcessBeanMethods extends BeanELResolver {

        @Override
        public @Nullable Object invoke(
                ELContext context,
                @Nullable Object base,
                Object method,
                Class<?> @Nullable [] parameterTypes,
                Object @Nullable [] parameters) {
            return isProcessBean(base) ? super.invoke(context, base, method, parameterTypes, parameters) : null;
        }

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
            return null;
        }

        @Override
        public @Nullable Class<?> getType(ELContext context, @Nullable Object base, Object property) {
            return null;
        }

        @Override
        public void setValue(ELContext context, @Nullable Object base, Object property, @Nullable Object value) {
            // Left unresolved, so that the engine refuses.
        }

        private static boolean isProcessBean(@Nullable Object base) {
            return base != null && AnnotationUtils.findAnnotation(base.getClass(), ProcessBean.class) != null;
        }
    }
}
