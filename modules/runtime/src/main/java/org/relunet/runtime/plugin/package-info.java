/** Plugins: found on a class path, chosen by configuration, wired into one injector. */
package org.relunet.runtime.plugin;
