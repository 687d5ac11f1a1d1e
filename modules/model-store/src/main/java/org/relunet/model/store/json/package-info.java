/** How the JSON files of a model package are read (strictly) and written (stably). */
package org.relunet.model.store.json;
