/** How far a consumer group is behind its topics, as metrics of the job that reads them. */
package org.relunet.pipeline.lag;
