package org.perezvon.engine.guard;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.xml.parsers.SAXParserFactory;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Parse;
import org.camunda.bpm.engine.impl.util.xml.Parser;
import org.xml.sax.SAXParseException;

/**
 * Reads a file as the engine will, without outside entities, and collects what it objects to: the file, the element, why,
 * and how to mend it. Modeler shows each objection beside its element.
 */
abstract class Inspection extends Parse {

    private final Deque<String> insideOf = new ArrayDeque<>();

    Inspection(String file, byte[] content) {
        super(new Reader());
        name(file);
        sourceInputStream(new ByteArrayInputStream(content));
    }

    /** @throws ParseException when there is anything to object to */
    void insist() {
        try {
            execute();
            if (rootElement != null && !hasErrors()) {
                inspect(rootElement);
            }
        } catch (ParseException objections) {
            throw objections;
        } catch (ProcessEngineException unreadable) {
            errors.clear();
            addError(notXml(unreadable));
        }
        if (hasErrors()) {
            throwExceptionForErrors();
        }
    }

    protected abstract void inspect(Element root);

    /** Goes into an element, so that objections to its unnamed parts name it. */
    protected void within(Element element, Runnable look) {
        String id = element.attribute("id");
        insideOf.push(id != null ? id : insideOf.isEmpty() ? "" : insideOf.peek());
        look.run();
        insideOf.pop();
    }

    /**
     * @param why ends the sentence "this element cannot be accepted because …", in Russian
     * @param remedy what to do instead, in Russian
     */
    protected void object(Element element, String why, String remedy) {
        Optional<String> id = Optional.ofNullable(element.attribute("id"))
                .or(() -> Optional.ofNullable(insideOf.peek()))
                .filter(text -> !text.isEmpty());
        String message = "Файл «%s», %s: %s. Как исправить: %s."
                .formatted(
                        name,
                        id.map(text -> "элемент «" + text + "» (" + element.getTagName() + ")")
                                .orElse("элемент " + element.getTagName()),
                        why,
                        remedy);
        if (element.attribute("id") == null && id.isPresent()) {
            addError(message, element, id.get());
        } else {
            addError(message, element);
        }
    }

    private SAXParseException notXml(ProcessEngineException unreadable) {
        String detail = Optional.ofNullable(unreadable.getCause())
                .map(Throwable::getMessage)
                .orElse("");
        return new SAXParseException(
                "Файл «" + name + "» не читается как XML (DOCTYPE и внешние сущности запрещены). "
                        + "Как исправить: сохраните его заново из Camunda Modeler. " + detail,
                null);
    }

    /** The engine's own reader, with namespaces and without looking anything up outside. */
    private static final class Reader extends Parser {

        private final SAXParserFactory factory = SAXParserFactory.newInstance();

        Reader() {
            factory.setNamespaceAware(true);
        }

        @Override
        protected SAXParserFactory getSaxParserFactoryLazily() {
            return factory;
        }

        @Override
        public Boolean isEnableXxeProcessing() {
            return false;
        }

        @Override
        public Parse createParse() {
            throw new UnsupportedOperationException("An inspection is its own parse");
        }
    }
}
