package org.tipstats;

import groovy.lang.Binding;
import groovy.lang.DelegatingMetaClass;
import groovy.lang.GroovyShell;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;
import groovy.lang.MetaClassRegistry;
import groovy.lang.Script;
import io.restassured.internal.path.json.JSONAssertion;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * Keeps the compiled form of the paths with which tests read an answer. REST Assured compiles a path as a script of
 * Groovy each time that a test reads one: seven milliseconds of the processor, more than most requests take. A path of
 * the same text is compiled once here, and runs with the answer and the parameters of its call. Two thirds of the paths only
 * name members and places of lists, such as {@code items[0].id}. They are followed without a script.
 */
final class ScriptCache extends DelegatingMetaClass {

    /** Compiles and runs a script with the name and the value of its root. */
    private static final String RUN = "eval";

    private static final Pattern PLAIN_PATH = Pattern.compile("\\w+(?:\\.[A-Za-z_]\\w*|\\[\\d+])+");
    private static final Pattern STEP = Pattern.compile("\\.(\\w+)|\\[(\\d+)]");

    private final Map<String, Class<? extends Script>> scripts = new ConcurrentHashMap<>();
    private final Queue<String> compiled = new ConcurrentLinkedQueue<>();

    private ScriptCache(MetaClass usual) {
        super(usual);
        initialize();
    }

    /** Lets REST Assured use the cache from now on, once. */
    static synchronized void install() {
        MetaClassRegistry registry = GroovySystem.getMetaClassRegistry();
        MetaClass usual = registry.getMetaClass(JSONAssertion.class);
        if (!usual.getClass().getName().equals(ScriptCache.class.getName())) {
            registry.setMetaClass(JSONAssertion.class, new ScriptCache(usual));
        }
    }

    /** Returns how often this cache compiled a script with a word in its text. */
    long compiled(String word) {
        return compiled.stream().filter(text -> text.contains(word)).count();
    }

    /** Groovy comes here when a method of an object calls another one of the same object. */
    @Override
    @SuppressWarnings("rawtypes")
    public Object invokeMethod(
            Class sender, Object object, String name, Object[] arguments, boolean isSuper, boolean fromInside) {
        return name.equals(RUN)
                ? run(object, arguments)
                : super.invokeMethod(sender, object, name, arguments, isSuper, fromInside);
    }

    private Object run(Object assertion, Object[] arguments) {
        String path = arguments[2].toString();
        if (PLAIN_PATH.matcher(path).matches()) {
            return follow(arguments[1], path);
        }
        Map<Object, Object> values = new HashMap<>();
        if (getProperty(assertion, "params") instanceof Map<?, ?> parameters) {
            values.putAll(parameters);
        }
        values.put(arguments[0].toString(), arguments[1]);
        Class<? extends Script> script = scripts.computeIfAbsent(path, this::compile);
        return InvokerHelper.createScript(script, new Binding(values)).run();
    }

    /** Reads members and places as a script does: that of a list of objects is the list of their members. */
    private static Object follow(Object root, String path) {
        Object value = root;
        for (Matcher step = STEP.matcher(path); step.find(); ) {
            value = step.group(1) != null
                    ? InvokerHelper.getProperty(value, step.group(1))
                    : InvokerHelper.invokeMethod(value, "getAt", Integer.valueOf(step.group(2)));
        }
        return value;
    }

    private Class<? extends Script> compile(String text) {
        compiled.add(text);
        return new GroovyShell().parse(text).getClass();
    }
}
