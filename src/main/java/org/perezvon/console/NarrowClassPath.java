package org.perezvon.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;

/**
 * Finds classes in the two places a command needs, our own and picocli's, and nowhere else unless they are not there. The
 * packaged application's own loader opens all its hundred jars as soon as it is asked for a package that none of them
 * has, such as the Java runtime's XML reader: a third of a second before a command has begun.
 */
final class NarrowClassPath extends URLClassLoader {

    private final ClassLoader everything;

    private NarrowClassPath(ClassLoader everything, URL... places) {
        super(places, ClassLoader.getPlatformClassLoader());
        this.everything = everything;
    }

    /** @param classes one of each place, as resources: {@code picocli/CommandLine.class} */
    static NarrowClassPath around(ClassLoader everything, String... classes) {
        URL[] places = new URL[classes.length];
        for (int i = 0; i < classes.length; i++) {
            places[i] = placeOf(everything, classes[i]);
        }
        return new NarrowClassPath(everything, places);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        try {
            return super.findClass(name);
        } catch (ClassNotFoundException e) {
            return everything.loadClass(name);
        }
    }

    private static URL placeOf(ClassLoader loader, String file) {
        URL found = loader.getResource(file);
        if (found == null) {
            throw new IllegalStateException("There is no " + file);
        }
        String url = found.toString();
        try {
            return URI.create(url.substring(0, url.length() - file.length())).toURL();
        } catch (IOException e) {
            throw new UncheckedIOException("Not a place of classes: " + url, e);
        }
    }
}
