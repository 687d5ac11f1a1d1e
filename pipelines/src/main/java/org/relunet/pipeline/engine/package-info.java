/** How jobs reach the engine: they carry what describes it and get the process's one engine. */
package org.relunet.pipeline.engine;
