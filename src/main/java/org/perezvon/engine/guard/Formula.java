package org.perezvon.engine.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstLiteral;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Builder.Feature;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * An expression as a process owner may write it: variables, texts, numbers, comparisons, {@code and}, {@code or},
 * {@code not}, {@code empty}, and a call {@code bean.method(execution)} of a process bean. It is read by the engine's own
 * parser, so that both see the same.
 */
record Formula(String text, Node root) {

    private static final Builder PARSER = new Builder(Feature.METHOD_INVOCATIONS);

    private static final Set<AstBinary.Operator> COMPARISONS = Set.of(
            AstBinary.AND,
            AstBinary.OR,
            AstBinary.EQ,
            AstBinary.NE,
            AstBinary.LT,
            AstBinary.LE,
            AstBinary.GT,
            AstBinary.GE);

    /** Things of the engine: to pass on to a bean, never to compute with. */
    private static final Set<String> ENGINE_THINGS = Set.of("execution", "task", "caseExecution", "externalTask");

    /** What is left when an expression cannot be read; nothing ever accepts it. */
    private record Unreadable(String why) implements Node {

        @Override
        public int getCardinality() {
            return 0;
        }

        @Override
        public Node getChild(int index) {
            throw new IndexOutOfBoundsException(index);
        }
    }

    /** Whether the engine would compute anything here; any other text is only text. */
    static boolean isIn(String text) {
        return text.contains("${") || text.contains("#{");
    }

    static Formula parse(String text) {
        try {
            return new Formula(text, (Node) PARSER.build(text).getRoot());
        } catch (TreeBuilderException e) {
            return new Formula(
                    text, new Unreadable("позиция %d: ожидалось %s".formatted(e.getPosition(), e.getExpected())));
        }
    }

    /** Reasons, in Russian, why this may not stand in a diagram as a value or a condition; empty when it may. */
    List<String> objections(ProcessBeans beans) {
        List<String> objections = new ArrayList<>();
        object(root, beans, objections);
        return objections;
    }

    /** The bean, when the whole text is <code>${bean}</code> and nothing else. */
    Optional<String> soleName() {
        return root instanceof AstEval eval && eval.getChild(0) instanceof AstIdentifier name
                ? Optional.of(name.getName())
                : Optional.empty();
    }

    /** Whether the whole text is a call of a process bean and nothing else. */
    boolean isCall() {
        return root instanceof AstEval eval && eval.getChild(0) instanceof AstMethod;
    }

    private static void object(Node node, ProcessBeans beans, List<String> objections) {
        if (node instanceof Unreadable unreadable) {
            objections.add("выражение не разбирается (" + unreadable.why() + ")");
        } else if (node instanceof AstIdentifier identifier) {
            objectToName(identifier.getName(), beans, objections);
        } else if (node instanceof AstMethod call) {
            objectToCall(call, beans, objections);
        } else if (isHarmless(node)) {
            for (int i = 0; i < node.getCardinality(); i++) {
                object(node.getChild(i), beans, objections);
            }
        } else {
            objections.add("«" + node
                    + "»: можно только брать переменные и сравнивать их (==, !=, <, >, and, or, not, empty)");
        }
    }

    private static boolean isHarmless(Node node) {
        if (node instanceof AstBinary binary) {
            return COMPARISONS.contains(binary.getOperator());
        }
        if (node instanceof AstUnary unary) {
            return unary.getOperator() == AstUnary.NOT || unary.getOperator() == AstUnary.EMPTY;
        }
        return node instanceof AstText
                || node instanceof AstComposite
                || node instanceof AstEval
                || node instanceof AstNested
                || node instanceof AstLiteral;
    }

    private static void objectToName(String name, ProcessBeans beans, List<String> objections) {
        if (ENGINE_THINGS.contains(name)) {
            objections.add("«" + name + "» можно только передать процессной службе: ${служба.метод(execution)}");
        } else if (beans.knows(name)) {
            objections.add("«" + name + "» — имя службы, а не переменной процесса");
        }
    }

    private static void objectToCall(AstMethod call, ProcessBeans beans, List<String> objections) {
        Node property = call.getChild(0);
        Node parameters = call.getChild(1);
        Optional<String> bean = property instanceof AstDot && property.getChild(0) instanceof AstIdentifier name
                ? Optional.of(name.getName())
                : Optional.empty();
        if (bean.isEmpty() || !beans.callable().contains(bean.get())) {
            objections.add("вызывать можно только процессные службы (" + listed(beans.callable()) + "), а здесь «"
                    + bean.orElse("выражение") + "»");
            return;
        }
        String method = ((AstDot) property).toString().replaceFirst("^\\.\\s*", "");
        if (!beans.methodsOf(bean.get()).contains(method)) {
            objections.add("у службы «" + bean.get() + "» нет метода «" + method + "»; есть: "
                    + listed(beans.methodsOf(bean.get())));
        }
        boolean executionOnly = parameters.getCardinality() == 1
                && parameters.getChild(0) instanceof AstIdentifier passed
                && passed.getName().equals("execution");
        if (!executionOnly) {
            objections.add("службе передаётся ровно одно: ${" + bean.get() + "." + method + "(execution)}");
        }
    }

    static String listed(Iterable<String> names) {
        String listed = String.join(", ", names);
        return listed.isEmpty() ? "их пока нет" : listed;
    }
}
